// Made by scripts/generate.mjs from src/core/spec/schema/spec.schema.json; do not edit.
import type { ErrorObject } from 'ajv';
import type { AutoScalingGroup, Deleted, Guardrail, HeatStack, Prices, Settings } from './spec-types.ts';

export interface SpecValidator<T> {
  (data: unknown): data is T;
  errors?: readonly ErrorObject[] | null;
}

export const validateAutoScalingGroup: SpecValidator<AutoScalingGroup>;
export const validateHeatStack: SpecValidator<HeatStack>;
export const validateDeleted: SpecValidator<Deleted>;
export const validateSettings: SpecValidator<Settings>;
export const validateGuardrail: SpecValidator<Guardrail>;
export const validatePrices: SpecValidator<Prices>;
