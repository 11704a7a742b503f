package page

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"
)

var (
	// ErrUnauthorized means that something else answers there, or does not know us.
	ErrUnauthorized = errors.New("the API refuses the token")
	// ErrUnreadable is an answer of which nothing can be used. Unlike no answer it says that
	// somebody is there.
	ErrUnreadable = errors.New("the answer cannot be read")
)

// MaxBody is the longest answer that is read, in bytes.
const MaxBody = 1 << 20

const patient = 5 * time.Second

// Fetch gets a body of at most MaxBody bytes. It follows no redirects, so that a token goes
// nowhere else, and keeps no connection.
func Fetch(ctx context.Context, url string, headers http.Header) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, patient)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	req.Header = headers
	client := http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true, MaxResponseHeaderBytes: 64 << 10},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
	case http.StatusUnauthorized, http.StatusForbidden:
		return nil, fmt.Errorf("status %d: %w", resp.StatusCode, ErrUnauthorized)
	default:
		return nil, fmt.Errorf("status %d: %w", resp.StatusCode, ErrUnreadable)
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, MaxBody+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	if len(body) > MaxBody {
		return nil, fmt.Errorf("the answer is longer than %d bytes: %w", MaxBody, ErrUnreadable)
	}
	return body, nil
}
