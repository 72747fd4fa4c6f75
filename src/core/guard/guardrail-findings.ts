/** What the guardrails find in the plan of one group, waivers taken into account. */
import type { GuardrailMatch } from '../../model/guardrail.ts';
import type { Finding, Position } from '../../model/problem.ts';
import type { Waiver } from '../../model/settings.ts';
import type { Spec } from '../../model/spec.ts';
import { isExpired } from '../settings/ignore.ts';
import { matches } from '../settings/pattern.ts';
import { positionOf } from '../spec/positions.ts';
import { guardrailFacts } from './facts/facts.ts';
import type { Judged } from './guard-plan.ts';
import type { ReadyGuardrail } from './guardrail-document.ts';
import { type Evidence, evidenceOf, judge } from './judge.ts';
import { carries, labelSides } from './label-sides.ts';
import type { Rules } from './rules.ts';

export function guardrailFindings(
  judged: Judged,
  now: Date,
  { guardrails, settings }: Rules,
): readonly Finding[] {
  const concerned = guardrails.filter(({ match }) => concerns(match, judged));
  if (concerned.length === 0) return [];
  const evidence = evidenceOf(guardrailFacts({ ...judged, settings }));
  const waivers = settings.guardrails.waivers.filter(({ group }) => matches(group, judged.group.name));
  return concerned.flatMap((guardrail) => {
    const own = waivers.filter((waiver) => waiver.guardrail === guardrail.name);
    return findingsOf(guardrail, { ...judged, evidence, waivers: own, now });
  });
}

function concerns({ names, labels, kinds, actions }: GuardrailMatch, judged: Judged): boolean {
  const { spec, group } = judged;
  return (
    actions.includes(group.action) &&
    (kinds.length === 0 || kinds.includes(spec.kind)) &&
    (names.length === 0 || names.some((pattern) => matches(pattern, spec.name))) &&
    labelSides(judged).some((own) => carries(own, labels))
  );
}

interface Case extends Judged {
  readonly evidence: Evidence;
  /** For this guardrail and group. */
  readonly waivers: readonly Waiver[];
  readonly now: Date;
}

function findingsOf(guardrail: ReadyGuardrail, given: Case): readonly Finding[] {
  const { name: rule, severity, help } = guardrail;
  const verdict = judge(guardrail, given.evidence);
  const valid = given.waivers.find((waiver) => !isExpired(waiver, given.now));
  const expired = given.waivers.find((waiver) => isExpired(waiver, given.now));
  switch (verdict.kind) {
    case 'passes':
      return expired && !valid ? [uselessWaiver(expired)] : [];
    case 'broken': {
      const message = `the guardrail could not be decided, which is no pass: ${verdict.why}`;
      return [{ rule, severity, message, source: ownPlace(guardrail, given.spec) }];
    }
    case 'fails': {
      const source = blamed(guardrail, given.spec);
      const words = help === null ? verdict.message : `${verdict.message}; see ${help}`;
      if (valid) return [{ rule, severity: 'info', message: `${words}; ${waived(valid)}`, source }];
      const late = expired ? `; the waiver of ${expired.approvedBy} expired on ${expired.expires}` : '';
      return [{ rule, severity, message: words + late, source }];
    }
  }
}

function waived({ expires, approvedBy, reason }: Waiver): string {
  return `waived until ${expires} by ${approvedBy}: ${reason}`;
}

function uselessWaiver({ guardrail, group, expires, source }: Waiver): Finding {
  const message = `the waiver of ${guardrail} for ${group} expired on ${expires}, and nothing needs it; remove it`;
  return { rule: 'waiver-expired', severity: 'warn', message, source };
}

/** The line of the spec that is to blame. */
function blamed({ at }: ReadyGuardrail, spec: Spec): Position {
  return spec.kind === 'Deleted' ? spec.source : positionOf(spec, at);
}

/** Where the guardrail stands; a pack's file is not in the repository. */
function ownPlace({ name, source }: ReadyGuardrail, spec: Spec): Position {
  return name.includes('/') ? spec.source : source;
}
