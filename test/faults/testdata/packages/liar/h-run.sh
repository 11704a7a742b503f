#!/usr/bin/env bash

. colors
. /hive/miners/custom/liar/h-manifest.conf

[[ `ps aux | grep "./miner worker" | grep -v grep | wc -l` != 0 ]] &&
  echo -e "${RED}miner is already running${NOCOLOR}" && exit 1

echo "devices: `gpu-detect NVIDIA`"
./miner worker mine --config=$CUSTOM_CONFIG_FILENAME 2>&1 | tee --append $CUSTOM_LOG_BASENAME.log
