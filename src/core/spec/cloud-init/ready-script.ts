/** Makes the script by which a server tells Heat that it is ready. */
import { Buffer } from 'node:buffer';
import type { UserDataPart } from './compose.ts';

/** Stands where the wait condition's curl command goes (OS::Heat::WaitConditionHandle, attribute curl_cli). */
export const READY_TOKEN = '__THERMOSTAT_READY__';

/** The script as the part that is added to a server's user data. */
export function readyPart(check: string | null): UserDataPart {
  return { text: readyScript(check), type: 'text/x-shellscript', name: 'thermostat-ready' };
}

/**
 * Waits until cloud-init is done and `check` succeeds, then sends the signal; as often as it takes, until
 * Heat's own timeout. null = ready when cloud-init is done without an error. ASCII only, whatever the check holds.
 */
export function readyScript(check: string | null): string {
  return SCRIPT.replace('CHECK', () => (check === null ? NO_CHECK : quotedForShell(check)));
}

const NO_CHECK = `'[ "$cloud_init" != 1 ]'`;

/**
 * It goes on by itself, because cloud-init runs it before runcmd (cc_scripts_user runs by name, "part-…" < "runcmd")
 * and waits for its end; and it leaves a copy for the next boot, because a reboot may come first
 * (power_state, package_reboot_if_required).
 */
const SCRIPT = `#!/bin/sh
# Tells Heat that this server is ready: when cloud-init is done and the check succeeds.
check=CHECK
copy=\${THERMOSTAT_READY_COPY:-/var/lib/cloud/scripts/per-boot/thermostat-ready}
log=\${THERMOSTAT_READY_LOG:-/var/log/thermostat-ready.log}
pause=\${THERMOSTAT_READY_PAUSE:-5}

if [ "\${1:-}" != wait ]; then
  umask 077
  if [ "$0" != "$copy" ] && mkdir -p "\${copy%/*}" && cp "$0" "$copy.new"; then
    chmod 700 "$copy.new"
    mv "$copy.new" "$copy"
  fi
  nohup /bin/sh "$0" wait </dev/null >>"$log" 2>&1 &
  exit 0
fi

say() { echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) $*"; }

# 0 done, 1 done with an error, 2 done with warnings; where nobody can say, done
cloud_init=0
if command -v cloud-init >/dev/null 2>&1; then
  cloud-init status --wait >/dev/null 2>&1
  cloud_init=$?
fi
export cloud_init
say "cloud-init is done ($cloud_init)"

tries=0
until /bin/sh -c "$check" </dev/null; do
  tries=$((tries + 1))
  [ $((tries % 12)) -ne 1 ] || say "not ready yet, check failed $tries times"
  sleep "$pause"
done

until __THERMOSTAT_READY__ --fail --silent --show-error --max-time 30 --data-binary '{"status": "SUCCESS"}'; do
  say "Heat could not be told, again in $pause s"
  sleep "$pause"
done
rm -f "$copy"
say "Heat was told"
`;

/** A base64 part would hide the token from Heat, so what is not ASCII is written by octal escapes. */
function quotedForShell(text: string): string {
  const plain = /^[\t\n\x20-\x7e]*$/.test(text);
  return plain ? `'${text.replaceAll("'", `'\\''`)}'` : `$(printf '${octal(text)}')`;
}

function octal(text: string): string {
  return [...Buffer.from(text, 'utf8')].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
