/** What Heat demands of labels, which become tags, and of the time limit. */
import type { Metadata } from '../../generated/spec-types.ts';
import type { Problem } from '../../model/problem.ts';
import { durationSeconds } from './durations.ts';
import { positionOf } from './positions.ts';
import { quote } from './quote.ts';
import type { YamlValue } from './yaml-values.ts';
import { pointerTo } from './yaml-values.ts';

/** Longest tag that Heat stores (heat/db/models.py StackTag.tag). */
const MAX_TAG = 80;

export function metadataProblems(
  metadata: Metadata,
  timeout: string | number | undefined,
  yaml: YamlValue,
): readonly Problem[] {
  const labels = Object.entries(metadata.labels ?? {}).flatMap(([key, value]) => {
    const message = label(key, value);
    return message === null ? [] : [{ ...positionOf(yaml, pointerTo('/metadata/labels', key)), message }];
  });
  const time = timeout === undefined ? null : timeLimit(durationSeconds(timeout));
  return time === null ? labels : [...labels, { ...positionOf(yaml, '/spec/timeout'), message: time }];
}

function label(key: string, value: string): string | null {
  const tag = `${key}=${value}`;
  if (!/^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(key)) {
    return `the label ${quote(key)} can't be a tag; its name may hold letters, digits and . _ / - only, and starts with a letter or digit`;
  }
  if (/^thermostat(?:[._/-]|$)/i.test(key))
    return `the label ${quote(key)} is kept for Thermostat's own marks; choose another name`;
  if (value.includes(','))
    return `the label ${quote(tag)} holds a comma, which Heat takes for the end of a tag; write it without`;
  if (/[\p{Cc}\p{Zl}\p{Zp}]|^\s|\s$/u.test(value))
    return `the label ${quote(tag)} holds a control character or a blank at its end; write it without`;
  if ([...tag].length <= MAX_TAG) return null;
  return `the label ${quote(tag)} has ${[...tag].length} characters as "key=value"; Heat takes ${MAX_TAG}`;
}

function timeLimit(seconds: number): string | null {
  if (seconds >= 60 && seconds % 60 === 0) return null;
  return `spec.timeout is "${seconds}" seconds; Heat counts in minutes, so write whole ones such as 30m`;
}
