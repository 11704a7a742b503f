package dataset

// Open reads the data set that a commitment was made of, and verifies it.
func (c *Commitment) Open() (*Set, error) {
	set, err := Open(c.Source)
	if err == nil {
		err = c.Verify(set)
	}
	if err == nil || c.Version != 1 {
		return set, err
	}
	// Files of version 1 come from a program that took the first column for the
	// label where none was called so, left no column out and kept labels as
	// they were. The root says which way it was.
	for _, label := range []string{c.Source.LabelColumn, "first"} {
		src := c.Source
		src.Classes = c.Layout.Classes
		if src.Format == FormatCSV {
			src.LabelColumn, src.Features = label, []string{AllColumns}
		}
		if set, again := Open(src); again == nil && c.Verify(set) == nil {
			return set, nil
		}
	}
	return nil, err
}
