import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { LocalFailure, tellFailure } from '../../infra/local/failure.ts';
import { requireLocal } from '../../infra/local/local-aws.ts';
import { findPython, portNamedBy, requireDisk, requireFreePort } from '../../infra/local/prerequisites.ts';
import { lastWords, runBounded } from '../../infra/local/processes.ts';
import { reapply } from '../../infra/local/reapply.ts';
import { uploadSiteLocally } from '../../infra/local/upload-site-locally.ts';

const folder = mkdtempSync(join(tmpdir(), 'haugiang-local-test-'));
const command = (script: string) => ({ name: 'The probe', file: process.execPath, args: ['-e', script], cwd: folder, env: process.env, log: join(folder, 'probe.log') });

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe('what people are told', () => {
  const told = (error: unknown): string => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    tellFailure(error);
    return write.mock.calls.map(([text]) => String(text)).join('');
  };

  test('a failure is a sentence and a remedy', () => {
    expect(told(new LocalFailure('Port 8080 is taken.', 'Stop that program.'))).toBe('\n✘ Port 8080 is taken.\n  Stop that program.\n');
  });

  test('a full disk is named as such', () => {
    expect(told(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toContain('The disk is full.');
  });

  test('an unexpected error shows no stack trace', () => {
    const text = told(new Error('boom'));
    expect(text).toContain('Unexpected: boom');
    expect(text).not.toContain('at ');
  });
});

describe('prerequisites', () => {
  test('without a Python that fits, the sentence says what was looked for and how to get it', async () => {
    vi.stubEnv('PYTHON', '/nowhere/python3');
    await expect(findPython()).rejects.toMatchObject({ message: 'Python 3.10 or newer with the venv module is needed and none was found.', remedy: expect.stringContaining('apt install python3') as string });
  });

  test.each([['3 9 1', 'python-3.9 is 3.9'], ['3 12 0', 'python-3.12 is 3.12 without the venv module']])('a Python that does not fit (%s) is named with what it lacks', async (answer, said) => {
    const python = join(folder, said.split(' ')[0] ?? '');
    writeFileSync(python, `#!/bin/sh\necho ${answer}\n`);
    chmodSync(python, 0o755);
    vi.stubEnv('PYTHON', python);
    await expect(findPython()).rejects.toMatchObject({ message: expect.stringContaining(said) as string });
  });

  test('too little disk is told with what is free and what is needed; enough is not told', async () => {
    await expect(requireDisk(1024 ** 5)).rejects.toMatchObject({ message: expect.stringMatching(/^Only \d+\.\d GB are free on the disk of /) as string, remedy: 'Free at least 2 GB and start again.' });
    await expect(requireDisk(1)).resolves.toBeUndefined();
  });

  test.each([['', undefined], ['0', 0], ['1024', 1024], ['65535', 65_535]])('SITE_PORT=%s is the port %s', (text, port) => {
    vi.stubEnv('SITE_PORT', text);
    expect(portNamedBy('SITE_PORT')).toBe(port);
  });
  test.each(['80', '65536', '-1', '8e3', 'web', ' '])('SITE_PORT=%s is no port, and the sentence names one', (text) => {
    vi.stubEnv('SITE_PORT', text);
    expect(() => portNamedBy('SITE_PORT')).toThrow(`SITE_PORT=${text} is not a port`);
  });

  test('a taken port names another one', async () => {
    const { createServer } = await import('node:net');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await expect(requireFreePort(port, 'SITE_PORT')).rejects.toMatchObject({ message: `Port ${port} is taken by another program.`, remedy: expect.stringContaining(`SITE_PORT=${port + 1}`) as string });
    server.close();
  });
});

describe('commands', () => {
  test('one that fails is told by its last words and its log', async () => {
    await expect(runBounded(command('console.error("Error: the template is wrong"); process.exit(3)'), 10_000, 'Correct it.'))
      .rejects.toMatchObject({ message: 'The probe failed: Error: the template is wrong', remedy: expect.stringContaining('probe.log') as string });
  });

  test('one that hangs is ended with everything it started', async () => {
    const hangs = 'require("node:child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]); setInterval(() => {}, 1000)';
    await expect(runBounded(command(hangs), 500, 'Look at it.')).rejects.toMatchObject({ message: 'The probe did not finish within 1 s.' });
  });

  test('one that cannot be started is a failure as well', async () => {
    await expect(runBounded({ ...command(''), file: '/nowhere/node' }, 1000, 'Install it.')).rejects.toThrow(LocalFailure);
  });

  test('last words skip colours, traces and summaries', () => {
    const log = join(folder, 'words.log');
    writeFileSync(log, '\u001b[31m«CannotFindAsset» Cannot find asset at .build/functions/x\u001b[39m\n    at Object.<anonymous> (x.js:1:1)\nNode.js v24.21.0\nnode infra/app.ts: Subprocess exited with error 1\n');
    expect(lastWords(log)).toBe('«CannotFindAsset» Cannot find asset at .build/functions/x');
  });
});

describe('nothing but this machine', () => {
  test.each(['https://s3.ap-southeast-1.amazonaws.com', 'http://10.0.0.5:4566', 'http://localhost.example.com:4566'])('%s is refused by every command', async (endpoint) => {
    expect(() => requireLocal(endpoint)).toThrow(LocalFailure);
    await expect(reapply({ endpoint, assembly: folder })).rejects.toThrow(LocalFailure);
    await expect(uploadSiteLocally({ endpoint, bucket: 'site' })).rejects.toThrow(LocalFailure);
  });

  test.each(['http://127.0.0.1:4566', 'http://localhost:4566', 'http://s3.localhost:4566'])('%s is this machine', (endpoint) => {
    expect(() => requireLocal(endpoint)).not.toThrow();
  });
});
