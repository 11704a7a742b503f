package pool

import (
	"encoding/hex"
	"errors"
	"math"
	"strconv"
	"time"

	"go.uber.org/zap"

	"github.com/gpuarbiter/gpuarbiter/internal/demo/pow"
	"github.com/gpuarbiter/gpuarbiter/pkg/miner/stratum"
)

// job is a job of one connection. Its shares count with the difficulty that it
// was given out with.
type job struct {
	id         string
	blob       [pow.BlobSize]byte
	height     uint64
	difficulty uint64
	seen       map[uint32]struct{} // nonces of accepted shares
}

var errTooManyBad = errors.New("too many bad shares in a row")

// The pool's refusals, in the words that miners know.
const (
	refuseSession   = "Unauthenticated"
	refuseMalformed = "Malformed share"
	refuseStale     = "Block expired"
	refuseDuplicate = "Duplicate share"
	refuseHash      = "Invalid result"
	refuseLow       = "Low difficulty share"
	refuseExhausted = "Job exhausted"
)

// issue makes the next job, of the newest template; jobs of an older template
// are forgotten, and so stale.
func (c *connection) issue() {
	if t := c.pool.template(); t != c.template {
		c.template = t
		c.jobs = map[string]*job{}
	}
	c.jobCount++
	j := &job{
		id:         strconv.FormatUint(c.template.sequence, 16) + "-" + strconv.FormatUint(uint64(c.jobCount), 16),
		blob:       c.template.blobFor(c.number, c.jobCount),
		height:     c.template.height,
		difficulty: c.difficulty,
		seen:       map[uint32]struct{}{},
	}
	c.jobs[j.id], c.current = j, j
}

func (j *job) wire(c *connection) stratum.Job {
	return stratum.Job{
		Blob: hex.EncodeToString(j.blob[:]), JobID: stratum.Name(j.id), Target: pow.TargetFor(j.difficulty).String(),
		Algo: c.pool.algorithm.Name(), Height: stratum.Height(j.height), ID: stratum.Name(c.id),
	}
}

// notify sends a new job. After a new template the difficulty may change too.
func (c *connection) notify(fresh bool) error {
	if fresh {
		c.adjust(time.Now())
	}
	c.issue()
	return c.write(Notify(stratum.MethodJob, c.current.wire(c)))
}

// submit judges a share and answers. Too many bad ones in a row end the
// connection: each of them may cost the pool a hash.
func (c *connection) submit(id int64, msg stratum.Message) error {
	params, err := stratum.DecodeParams[stratum.SubmitParams](msg.Params)
	if err != nil {
		return err
	}
	now := time.Now()
	j, hash, refusal := c.check(params)
	if refusal != "" {
		c.pool.book.reject(c.login)
		if c.badInRow++; c.badInRow > maxBadInARow {
			return errTooManyBad
		}
		return c.write(Refuse(id, codeRefused, refusal))
	}
	c.badInRow = 0
	c.shares++
	c.pool.book.accept(c.login, j.difficulty, now)
	if pow.TargetFor(c.pool.options.NetworkDifficulty).Met(hash) && c.pool.advance(c.template, 1) {
		c.pool.book.block(c.login, j.height, hash, now)
		c.pool.options.Log.Info("block found", zap.Uint64("height", j.height), zap.String("worker", c.login.worker))
	}
	return c.write(Reply(id, stratum.StatusResult{Status: statusOK}))
}

// check does the cheap tests first and the hash last. An empty refusal means
// that the share is good; its nonce is then remembered.
func (c *connection) check(p stratum.SubmitParams) (*job, pow.Hash, string) {
	var none pow.Hash
	if p.ID.Text != c.id {
		return nil, none, refuseSession
	}
	nonce, nonceErr := pow.ParseNonce(p.Nonce)
	claimed, hashErr := pow.ParseHash(p.Result)
	if nonceErr != nil || hashErr != nil {
		return nil, none, refuseMalformed
	}
	j, ok := c.jobs[p.JobID.Text]
	if !ok || c.template != c.pool.template() {
		return nil, none, refuseStale
	}
	if _, again := j.seen[nonce]; again {
		return nil, none, refuseDuplicate
	}
	if !pow.TargetFor(j.difficulty).Met(claimed) {
		return nil, none, refuseLow
	}
	if len(j.seen) >= maxSharesJob {
		return nil, none, refuseExhausted
	}
	blob := j.blob
	pow.PutNonce(blob[:], nonce)
	if c.pool.algorithm.Sum(blob[:]) != claimed {
		return nil, none, refuseHash
	}
	j.seen[nonce] = struct{}{}
	return j, claimed, ""
}

// retarget sends a job of another difficulty when the present one is off.
func (c *connection) retarget(now time.Time) error {
	if c.id == "" || !c.adjust(now) {
		return nil
	}
	return c.notify(false)
}

// adjust brings the difficulty nearer to SharesPerMinute once RetargetEvery has
// passed, and reports whether it changed.
func (c *connection) adjust(now time.Time) bool {
	o := c.pool.options
	elapsed := now.Sub(c.retargeted)
	if o.SharesPerMinute == 0 || elapsed < o.RetargetEvery*9/10 {
		return false
	}
	before := c.difficulty
	c.difficulty = retarget(before, c.shares, elapsed, o.SharesPerMinute, o.MinDifficulty, o.NetworkDifficulty)
	c.shares, c.retargeted = 0, now
	return c.difficulty != before
}

// retarget is the difficulty at which the same hashrate gives perMinute shares,
// at most four times more or less than before. Within the noise of the count,
// sqrt(n), it stays: a new job costs the miner its present one.
func retarget(difficulty uint64, shares int, elapsed time.Duration, perMinute float64, lowest, highest uint64) uint64 {
	expected := perMinute * elapsed.Minutes()
	if math.Abs(float64(shares)-expected) <= 2*math.Sqrt(max(expected, 1)) {
		return difficulty
	}
	factor := min(max(float64(shares)/expected, 0.25), 4)
	next := float64(difficulty) * factor
	if next >= float64(highest) {
		return highest
	}
	return max(uint64(next), lowest)
}
