/** Turns a spec into what Heat is to be told: one desired stack, or its absence. */
import type { Desired } from '../../model/desired.ts';
import type { Spec } from '../../model/spec.ts';
import { compileGroup } from './compile-group.ts';
import { compileTemplate } from './compile-template.ts';

export function compile(spec: Spec): Desired {
  switch (spec.kind) {
    case 'AutoScalingGroup':
      return compileGroup(spec);
    case 'HeatStack':
    case 'HOT':
    case 'CloudFormation':
      return compileTemplate(spec);
    case 'Deleted':
      return { presence: 'absent', name: spec.name, source: spec.source };
  }
}
