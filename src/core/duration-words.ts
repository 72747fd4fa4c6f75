/** Lengths of time as people say them. */

/** `30 s`, `10 min`, `90 min`, `2 h`. */
export function durationWords(seconds: number): string {
  if (seconds >= 7200 && seconds % 3600 === 0) return `${seconds / 3600} h`;
  if (seconds >= 60 && seconds % 60 === 0) return `${seconds / 60} min`;
  return `${seconds} s`;
}

/** `13–19 min`, `50–80 s`; from two minutes on in whole minutes, never less than it may take. */
export function spanWords(earliest: number, latest: number): string {
  if (latest <= 120) return earliest === latest ? `${latest} s` : `${earliest}–${latest} s`;
  const [from, to] = [Math.floor(earliest / 60), Math.ceil(latest / 60)];
  return from === to ? `${to} min` : `${from}–${to} min`;
}
