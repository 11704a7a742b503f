package dataset

// Unclear is a refusal that the user can settle: Cure says how, in one line.
type Unclear struct {
	Err  error
	Cure string
}

func (u *Unclear) Error() string { return u.Err.Error() }

// Unwrap gives the cause.
func (u *Unclear) Unwrap() error { return u.Err }
