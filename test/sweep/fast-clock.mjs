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

// The ticks by which undici counts its time-outs (its util/timers.js): on a busy machine nobody may lose patience too soon,
// but where a server is played that never answers.
const TICK = 499;
const pace = (delay) => (delay === TICK && process.env.SWEEP_STALL === undefined ? 1 : speed);

const { setTimeout: realTimeout } = globalThis;
globalThis.setTimeout = (work, delay = 0, ...words) => realTimeout(work, delay / pace(delay), ...words);

const waits = createRequire(import.meta.url)('node:timers/promises');
const { setTimeout: realWait } = waits;
waits.setTimeout = (delay, ...words) => realWait(delay / speed, ...words);
syncBuiltinESMExports();
