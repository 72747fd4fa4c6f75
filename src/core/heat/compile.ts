/** Turns a spec into what Heat is to be told: one desired stack, or its absence. */
import type { Circumstances, Compiled } from '../../model/compiled.ts';
import type { Spec } from '../../model/spec.ts';
import { compileTemplate } from './compile-template.ts';
import { compileGroup } from './group/compile-group.ts';

export function compile(spec: Spec, circumstances: Circumstances): Compiled {
  switch (spec.kind) {
    case 'AutoScalingGroup':
      return compileGroup(spec, circumstances);
    case 'HeatStack':
    case 'HOT':
    case 'CloudFormation':
      return { desired: compileTemplate(spec), problems: [], unmet: [] };
    case 'Deleted':
      return {
        desired: { presence: 'absent', name: spec.name, source: spec.source },
        problems: [],
        unmet: [],
      };
  }
}
