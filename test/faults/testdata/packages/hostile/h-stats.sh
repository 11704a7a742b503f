yes | head -c 100000000
stats=$(yes '"}{' | head -c 1000000)
khs=1e400
sleep 1000
