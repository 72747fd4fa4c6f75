// Loaded before the command (node --import): its clock and its waits run as much faster as the sandbox's do.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const { SWEEP_SPEED, SWEEP_NOW, SWEEP_REAL } = process.env;
const speed = Number(SWEEP_SPEED ?? 1);
const RealDate = Date;
const begun = Number(SWEEP_REAL ?? RealDate.now());
const offset = Number(SWEEP_NOW ?? begun);
const now = () => Math.round(offset + (RealDate.now() - begun) * speed);

globalThis.Date = new Proxy(RealDate, {
  construct: (target, words, own) => Reflect.construct(target, words.length === 0 ? [now()] : words, own),
  apply: () => new RealDate(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});

const { setTimeout: realTimeout } = globalThis;
globalThis.setTimeout = (work, delay = 0, ...words) => realTimeout(work, delay / speed, ...words);

const waits = createRequire(import.meta.url)('node:timers/promises');
const { setTimeout: realWait } = waits;
waits.setTimeout = (delay, ...words) => realWait(delay / speed, ...words);
syncBuiltinESMExports();
