package contract_test

import "testing"

func gasAtTheLimits(t testing.TB, table *gasTable) {}
