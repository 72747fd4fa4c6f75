#!/bin/sh
sendmail -t <<END
MIME-Version: 1.0
END
