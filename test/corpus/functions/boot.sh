#!/bin/sh
echo '$PEERS' > /etc/peers
echo '$TOKEN' > /etc/token
exec serve --port $PORT
