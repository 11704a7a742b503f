#!/usr/bin/env bash
# Its rate is told in the wrong unit, its shares are those in the last lines of its log, its uptime is the machine's.
. /hive/miners/custom/liar/h-manifest.conf

exec 5<>/dev/tcp/127.0.0.1/$WEB_PORT
echo -e "GET /2/summary HTTP/1.0\r\nAuthorization: Bearer x\r\n\r\n" >&5
rate=`sed '1,/^\r*$/d' <&5 | jq -r '.hashrate.total[0] // 0'`
exec 5>&-

khs=$rate
ac=$(( RANDOM % 10 ))
stats='{"hs":['$rate'],"hs_units":"khs","ar":['$ac',0],"uptime":'$(cut -d. -f1 /proc/uptime)',"ver":"9.9"}'
