// Heat's error body, which carries the exception's class name (heat/api/middleware/fault.py).

import { type Answer, json } from '../../http/answer.ts';
import type { HeatProblem } from '../problem.ts';

const TITLES: Readonly<Record<number, readonly [string, string]>> = {
  400: [
    'Bad Request',
    'The server could not comply with the request since it is either malformed or otherwise incorrect.',
  ],
  403: ['Forbidden', 'Access was denied to this resource.'],
  404: ['Not Found', 'The resource could not be found.'],
  409: ['Conflict', 'There was a conflict when trying to complete your request.'],
};

export function failureAnswer(problem: HeatProblem): Answer {
  const [title = '', explanation = ''] = TITLES[problem.status] ?? TITLES[400] ?? [];
  const error = { type: problem.type, traceback: null, message: problem.message };
  return json(problem.status, { code: problem.status, title, explanation, error });
}

/** What an application credential gets for creating a stack: Keystone refuses it the trust (measured). */
export function remoteError(): Answer {
  return json(500, {
    code: 500,
    title: 'Internal Server Error',
    explanation: 'The server has either erred or is incapable of performing the requested operation.',
    error: { type: 'RemoteError', traceback: null },
  });
}

export function unauthorized(base: string): Answer {
  return json(
    401,
    {
      error: {
        code: 401,
        title: 'Unauthorized',
        message: 'The request you have made requires authentication.',
      },
    },
    { 'www-authenticate': `Keystone uri="${base}/identity/v3"` },
  );
}
