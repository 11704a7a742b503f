#!/usr/bin/env bash
. /hive/miners/custom/clean/h-manifest.conf

exec 5<>/dev/tcp/127.0.0.1/$WEB_PORT
echo -e "GET /2/summary HTTP/1.0\r\nAuthorization: Bearer x\r\n\r\n" >&5
stats_raw=`sed '1,/^\r*$/d' <&5`
exec 5>&-

if [[ -z $stats_raw ]]; then
  echo -e "${YELLOW}Failed to read from 127.0.0.1:$WEB_PORT${NOCOLOR}"
else
  khs=`jq -r '(.hashrate.total[0] // 0) / 1000' <<< "$stats_raw"`
  temp=`jq -c '.temp' <<< "$gpu_stats"`
  fan=`jq -c '.fan' <<< "$gpu_stats"`
  stats=$(jq -nc --argjson raw "$stats_raw" --argjson temp "$temp" --argjson fan "$fan" --arg ver "$CUSTOM_VERSION" \
    '{hs: [$raw.hashrate.total[0] // 0], hs_units: "hs", $temp, $fan, uptime: $raw.uptime, $ver,
      ar: [$raw.results.shares_good, $raw.results.shares_total - $raw.results.shares_good, 0], algo: $raw.algo, bus_numbers: [1]}')
fi
