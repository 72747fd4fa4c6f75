/** What Heat refuses before it begins, in its own words, and what it does not notice. */
import { describe, expect, it } from 'vitest';
import { type JsonRecord, pick, text } from '../json.ts';
import type { Stage } from '../stage.ts';
import { group, HOT, server, stone, template } from '../templates.ts';

interface Refusal {
  readonly what: string;
  readonly body: JsonRecord;
  readonly type: string;
  readonly message: string | RegExp;
}

const healthCheck = group(stone(), { health_check: { type: 'EC2', grace_period: 300 } });

const REFUSALS: readonly Refusal[] = [
  {
    what: 'health_check, a property that groups do not have',
    body: { template: template({ g: healthCheck }) },
    type: 'StackValidationFailed',
    message: 'Property error: : resources.g.properties: : Unknown Property health_check',
  },
  {
    what: 'a resource type that is not there',
    body: { template: template({ g: { type: 'OS::No::Such' } }) },
    type: 'StackValidationFailed',
    message: 'The Resource Type (OS::No::Such) could not be found.',
  },
  {
    what: 'a member type that is not there',
    body: { template: template({ g: group({ type: 'OS::No::Such' }) }) },
    type: 'StackValidationFailed',
    message: 'resources.g<nested_stack>: : The Resource Type (OS::No::Such) could not be found.',
  },
  {
    what: 'a property that a member does not have',
    body: { template: template({ g: group(stone({ nope: 1 })) }) },
    type: 'StackValidationFailed',
    message:
      /^Property error: : resources\.g<nested_stack>\.resources\.[a-z0-9]{12}\.properties: : Unknown Property nope$/,
  },
  {
    what: 'a repeat over numbers',
    body: {
      template: template({
        s: {
          type: 'OS::Neutron::SecurityGroup',
          properties: { rules: { repeat: { for_each: { PORT: [80] }, template: { protocol: 'PORT' } } } },
        },
      }),
    },
    type: 'StackValidationFailed',
    message: 'Property error: : resources.s.properties.rules: : replace() argument 2 must be str, not int',
  },
  {
    what: 'an image that is not there',
    body: { template: template({ s: server({ image: 'nope' }) }) },
    type: 'StackValidationFailed',
    message:
      "Property error: : resources.s.properties.image: : Error validating value 'nope': No images matching {'name': 'nope'}.",
  },
  {
    what: 'a flavor that is not there',
    body: { template: template({ s: server({ flavor: 'nope' }) }) },
    type: 'StackValidationFailed',
    message:
      /^Property error: : resources\.s\.properties\.flavor: : Error validating value 'nope': No Flavor matching \{'name': 'nope'\}\.?/,
  },
  {
    what: 'a network that is not there',
    body: { template: template({ s: server({ networks: [{ network: 'nope' }] }) }) },
    type: 'StackValidationFailed',
    message:
      "Property error: : resources.s.properties.networks[0].network: : Error validating value 'nope': Unable to find network with name or id 'nope'",
  },
  {
    what: 'a key pair that is not there',
    body: { template: template({ s: server({ key_name: 'nope' }) }) },
    type: 'StackValidationFailed',
    message:
      "Property error: : resources.s.properties.key_name: : Error validating value 'nope': The Key (nope) could not be found.",
  },
  {
    what: 'a desired capacity outside its bounds',
    body: { template: template({ g: group(stone(), { desired_capacity: 9 }) }) },
    type: 'StackValidationFailed',
    message: 'DesiredCapacity must be between MinSize and MaxSize',
  },
  {
    what: 'a group whose minimum is over its maximum',
    body: { template: template({ g: group(stone(), { min_size: 9 }) }) },
    type: 'StackValidationFailed',
    message: 'MinSize can not be greater than MaxSize',
  },
  {
    what: 'a word where a number belongs',
    body: { template: template({ g: group(stone(), { cooldown: 'abc' }) }) },
    type: 'StackValidationFailed',
    message: "Property error: : resources.g.properties.cooldown: : Value 'abc' is not an integer",
  },
  {
    what: 'a group without a required property',
    body: {
      template: template({
        g: { type: 'OS::Heat::AutoScalingGroup', properties: { max_size: 1, resource: stone() } },
      }),
    },
    type: 'StackValidationFailed',
    message: /Property min_size not assigned$/,
  },
  {
    what: 'a template without a version',
    body: { template: { resources: { r: stone() } } },
    type: 'InvalidTemplateVersion',
    message: 'The template version is invalid: Template version was not provided',
  },
  {
    what: 'a template of a version that is not there',
    body: { template: { heat_template_version: '2099-01-01', resources: { r: stone() } } },
    type: 'InvalidTemplateVersion',
    message:
      /^The template version is invalid: "heat_template_version: 2099-01-01"\. "heat_template_version" should be one of: 2013-05-23, /,
  },
  {
    what: 'a text that is no YAML',
    body: { template: 'a: [' },
    type: 'HTTPBadRequest',
    message: /^Template not in valid format: Error parsing template/,
  },
  {
    what: 'a parameter that the template does not have',
    body: { template: template({ r: stone() }), parameters: { x: '1' } },
    type: 'UnknownUserParameter',
    message: 'The Parameter (x) was not defined in template.',
  },
  {
    what: 'a missing parameter',
    body: { template: template({ r: stone() }, { parameters: { p: { type: 'string' } } }) },
    type: 'UserParameterMissing',
    message: 'The Parameter (p) was not provided.',
  },
  {
    what: 'a parameter and a resource of one name',
    body: {
      template: template({ role: stone() }, { parameters: { role: { type: 'string', default: 'a' } } }),
    },
    type: 'StackValidationFailed',
    message: "Duplicate names {'role'}",
  },
  {
    what: 'a reference to nothing',
    body: { template: template({ r: stone({ value: { get_resource: 'nope' } }) }) },
    type: 'InvalidTemplateReference',
    message: 'The specified reference "nope" (in r.Properties.value) is incorrect.',
  },
  {
    what: 'a member file that was not sent',
    body: { template: template({ g: group({ type: 'member.yaml' }) }) },
    type: 'StackValidationFailed',
    message: /^resources\.g<nested_stack>: : Could not fetch remote template "member\.yaml": /,
  },
];

export function refusalsContract(stage: Stage): void {
  const blind = stage.stack('blind', {
    template: template({ group: group(server({ image: 'no-such-image' })) }),
  });

  describe('refusals', () => {
    it.each(REFUSALS.map((refusal) => [refusal.what, refusal] as const))(
      '400: %s',
      async (_what, refusal) => {
        const { body, type, message } = refusal;
        const request = { stack_name: `${stage.cloud().prefix}refused`, ...body };
        const answer = await stage.cloud().call('orchestration', 'POST', '/stacks', request);
        expect(answer.status).toBe(400);
        expect(pick(answer.json, 'title')).toBe('Bad Request');
        expect(pick(answer.json, 'error', 'type')).toBe(type);
        const said = text(answer.json, 'error', 'message');
        if (typeof message === 'string') expect(said).toBe(message);
        else expect(said).toMatch(message);
      },
    );

    it('400: a name that does not begin with a letter or holds a blank', async () => {
      const request = { stack_name: '1 bad', template: template({ r: stone() }) };
      const answer = await stage.cloud().call('orchestration', 'POST', '/stacks', request);
      expect(answer.status).toBe(400);
      expect(text(answer.json, 'error', 'message')).toBe(
        'Invalid stack name 1 bad must contain only alphanumeric or "_-." characters, must start with alpha and must be 255 characters or less.',
      );
    });

    it('the same at an update, which then changes nothing', async () => {
      const before = await blind.settled();
      const answer = await stage.cloud().call('orchestration', 'PUT', blind.path, {
        template: template({ g: healthCheck }),
      });
      expect([answer.status, pick(answer.json, 'error', 'type')]).toEqual([400, 'StackValidationFailed']);
      expect(await blind.show()).toEqual(before);
    });

    it('with_detail takes true or false only', async () => {
      const answer = await stage
        .cloud()
        .call('orchestration', 'GET', `${blind.path}/resources?with_detail=1`);
      expect(answer.status).toBe(400);
    });

    it('an image that is not there is not noticed inside a group: the stack is accepted and fails', async () => {
      const stack = await blind.settled();
      expect(stack['stack_status']).toBe('CREATE_FAILED');
      expect(text(stack, 'stack_status_reason')).toMatch(/No images matching \{'name': 'no-such-image'\}/);
    });

    it('POST /validate looks at a template without making a stack', async () => {
      const answer = await stage.cloud().call('orchestration', 'POST', '/validate', {
        template: { heat_template_version: HOT, resources: { r: stone() } },
      });
      expect(answer.status).toBe(200);
      expect(pick(answer.json, 'Description')).toBe('No description');
    });
  });
}
