package app

import (
	"context"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/pkg/profit/feed"
	"github.com/gpuarbiter/gpuarbiter/pkg/store"
)

// rememberEvery is how often what is believed of prices is stored: so much is lost at most when
// the daemon is killed.
const rememberEvery = 5 * time.Minute

// quotesKey is the one record of what was believed of prices.
const quotesKey = "believed"

// recallQuotes takes over what an earlier daemon believed. Without it a source that is away at a
// start would leave the rig idle until it is back.
func recallQuotes(f *feed.Feed, st *store.Store, log *zap.Logger) {
	var m feed.Memory
	if _, err := st.Get(store.Quotes, quotesKey, &m); err != nil {
		log.Warn("what was believed of prices is not known any more", zap.Error(err))
		return
	}
	f.Recall(m)
}

// rememberQuotes stores what is believed of prices, now and then and at the end.
func rememberQuotes(ctx context.Context, f *feed.Feed, st *store.Store, log *zap.Logger) {
	var stored feed.Memory
	for ended := false; !ended; {
		select {
		case <-ctx.Done():
			ended = true
		case <-time.After(rememberEvery):
		}
		m := f.Memory()
		if m.Same(stored) {
			continue
		}
		if err := st.Put(store.Quotes, quotesKey, m); err != nil {
			log.Warn("what is believed of prices is not stored", zap.Error(err))
			continue
		}
		stored = m
	}
}
