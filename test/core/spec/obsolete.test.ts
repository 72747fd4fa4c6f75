/** What no cloud gives any more is refused at its line, with what to write instead. */
import { describe, expect, it, test } from 'vitest';
import { parseSpecs } from '../../../src/core/spec/parse.ts';
