package app

import (
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"

	"github.com/prometheus/exporter-toolkit/web"
	"go.uber.org/zap"
	"gopkg.in/yaml.v3"
)

// webConfig is a file with TLS and logins for the HTTP address; "": neither.
type webConfig string

// check reads it, and reports whether it has logins: without them nobody acts over HTTP.
func (c webConfig) check() (logins bool, err error) {
	if c == "" {
		return false, nil
	}
	if err := web.Validate(string(c)); err != nil {
		return false, hint(fmt.Errorf("http.web_config %s: %w", c, err), "https://prometheus.io/docs/prometheus/latest/configuration/https has its form")
	}
	return c.logins()
}

// logins reports whether the file has any now.
func (c webConfig) logins() (bool, error) {
	text, err := os.ReadFile(string(c))
	if err != nil {
		return false, err
	}
	var has struct {
		Users map[string]string `yaml:"basic_auth_users"`
	}
	err = yaml.Unmarshal(text, &has)
	return len(has.Users) > 0, err
}

// byLogin lets who asks act for as long as the file has logins. It is read anew for each request, as it is
// for the login itself: without that, logins that are taken out would leave the acts open to everybody.
func (c webConfig) byLogin(acts, looks http.Handler) http.Handler {
	if c == "" {
		return looks
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if logins, err := c.logins(); err == nil && logins {
			acts.ServeHTTP(w, r)
			return
		}
		looks.ServeHTTP(w, r)
	})
}

// serve serves as the file says, which is read anew for each request.
func (c webConfig) serve(server *http.Server, l net.Listener, log *zap.Logger) error {
	if c == "" {
		return server.Serve(l)
	}
	path := string(c)
	return web.Serve(l, server, &web.FlagConfig{WebConfigFile: &path}, slog.New(slog.NewTextHandler(zap.NewStdLog(log).Writer(), nil)))
}
