package worker

import (
	"context"
	"math"
	"time"

	"github.com/gpuarbiter/gpuarbiter/pkg/trainer"
)

// clock is when a run began, saved and reported.
type clock struct {
	before   float64 // seconds trained in earlier runs
	began    time.Time
	saved    time.Time // when the latest checkpoint was written
	savedAt  int       // its step, -1 for none in this run
	reported time.Time
	reportAt int // step of the latest progress
}

func (c *clock) start(step int) {
	c.began = time.Now()
	c.saved, c.reported, c.reportAt = c.began, c.began, step
}

func (c *clock) trainedS() float64 { return c.before + time.Since(c.began).Seconds() }

// left is the rest of the job's time, in seconds.
func (c *clock) left(job *trainer.Job) float64 {
	left := math.Inf(1)
	if job.MaxSeconds > 0 {
		left = job.MaxSeconds - c.trainedS()
	}
	if !job.Deadline.IsZero() {
		left = min(left, time.Until(job.Deadline).Seconds())
	}
	return left
}

// speed is the steps per second since the latest progress.
func (c *clock) speed(step int, now time.Time) float64 {
	return float64(step-c.reportAt) / max(now.Sub(c.reported).Seconds(), 1e-3)
}

// eta is how many seconds so many steps take, or the rest of the time if that is
// less; 0 where nothing is known.
func (c *clock) eta(job *trainer.Job, steps int, speed float64) float64 {
	eta := 0.0
	if speed > 0 {
		eta = float64(steps) / speed
	}
	return min(eta, max(0, c.left(job)))
}

// pace waits until so many steps have taken as long as the job's cap on speed
// wants.
func pace(ctx context.Context, job *trainer.Job, steps int, began time.Time) {
	if job.SpeedLimit <= 0 {
		return
	}
	wait := time.Duration(float64(steps)/job.SpeedLimit*float64(time.Second)) - time.Since(began)
	select {
	case <-ctx.Done():
	case <-time.After(wait):
	}
}
