# This code is included in /hive/bin/custom function
[[ -z $CUSTOM_TEMPLATE ]] && echo -e "${YELLOW}CUSTOM_TEMPLATE is empty${NOCOLOR}" && return 1
[[ -z $CUSTOM_URL ]] && echo -e "${YELLOW}CUSTOM_URL is empty${NOCOLOR}" && return 1

url=${CUSTOM_URL#stratum+tcp://}
conf='{"http": {"enabled": true, "host": "127.0.0.1", "port": '$WEB_PORT', "access-token": "x", "restricted": true},
"cpu": {"enabled": true, "*": {"intensity": 1, "threads": 1, "affinity": -1}},
"pools": [{"algo": "'$CUSTOM_ALGO'", "url": "'$url'", "user": "'$CUSTOM_TEMPLATE'", "pass": "'$CUSTOM_PASS'", "enabled": true}]}'
echo "$conf" | jq . > $CUSTOM_CONFIG_FILENAME
