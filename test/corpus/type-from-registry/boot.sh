#!/bin/sh
echo "release 1" > /etc/release-of-the-shop
