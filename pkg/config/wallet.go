package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"gopkg.in/yaml.v3"
)

// PasswordCredential is the file that the unit hands the daemon as a credential: the configuration need
// not name it.
const PasswordCredential = "/etc/gpuarbiter/wallet.password"

// AddWallet adds a keystore to a configuration that has no section for one, behind its last line. False
// where there is a section, or no file.
func AddWallet(path, keystore, password string) (bool, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	var top map[string]yaml.Node
	if err := yaml.Unmarshal(text, &top); err != nil {
		return false, fmt.Errorf("%s: %w", path, err)
	}
	if _, there := top["wallet"]; there {
		return false, nil
	}
	for _, file := range []*string{&keystore, &password} {
		if *file, err = filepath.Abs(*file); err != nil {
			return false, err
		}
	}
	section := map[string]string{"keystore": keystore}
	if password != PasswordCredential {
		section["password_file"] = password
	}
	more, err := yaml.Marshal(map[string]any{"wallet": section})
	if err != nil {
		return false, err
	}
	more = append([]byte("\n# The account that enters challenges, made by gpuarbiter wallet new.\n"), more...)
	if len(text) > 0 && text[len(text)-1] != '\n' {
		more = append([]byte("\n"), more...)
	}
	if _, err := parse(append(text, more...), filepath.Dir(path)); err != nil {
		return false, fmt.Errorf("it is not well formed with it: %w", err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return false, err
	}
	if _, err = f.Write(more); err != nil { // half a section is worse than none
		err = errors.Join(err, f.Truncate(int64(len(text))))
	}
	return err == nil, errors.Join(err, f.Close())
}
