// The value of a demand curve at a moment.

import type { Curve } from './records.ts';

/** `seconds` since the order; never below nothing. */
export function demandAt(curve: Curve, seconds: number): number {
  return Math.max(0, valueAt(curve, seconds));
}

function valueAt(curve: Curve, seconds: number): number {
  switch (curve.kind) {
    case 'constant':
      return curve.value;
    case 'steps': {
      const reached = curve.steps.filter(({ after }) => after <= seconds).at(-1) ?? curve.steps[0];
      return reached?.value ?? 0;
    }
    case 'ramp': {
      const part = Math.min(1, Math.max(0, seconds / curve.seconds));
      return curve.from + (curve.to - curve.from) * part;
    }
    case 'sine':
      return curve.mean + curve.amplitude * Math.sin((2 * Math.PI * (seconds + curve.shift)) / curve.period);
  }
}
