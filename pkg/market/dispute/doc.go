// Package dispute plays the game of contracts/src/Dispute.sol for an honest side, on
// either side of it. All here is pure: Next is the next move in a game as it stands,
// from what one has computed oneself (Trace). Who looks at the chain and who sends
// is elsewhere.
package dispute
