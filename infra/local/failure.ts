/**
 * What a person at the terminal is told when a local command cannot go on: one sentence, and what to do about it.
 * Everything else that is thrown is a defect of ours and is told as such, with the place where its trace was kept.
 */
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { inLocalFolder } from './folders.ts';

export class LocalFailure extends Error {
  readonly remedy: string;
  constructor(sentence: string, remedy: string) {
    super(sentence);
    this.name = 'LocalFailure';
    this.remedy = remedy;
  }
}

/** Prints the sentence and the remedy to stderr. Never prints a stack trace: an unexpected one goes to `.local/logs/failures.log`. */
export function tellFailure(error: unknown): void {
  if (error instanceof LocalFailure) {
    process.stderr.write(`\n✘ ${error.message}\n  ${error.remedy}\n`);
    return;
  }
  if (isFullDisk(error)) {
    process.stderr.write('\n✘ The disk is full.\n  Free at least 2 GB and start again.\n');
    return;
  }
  const log = inLocalFolder('logs', 'failures.log');
  mkdirSync(dirname(log), { recursive: true });
  appendFileSync(log, `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  const sentence = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  process.stderr.write(`\n✘ Unexpected: ${sentence}\n  The trace is in ${log}; please report it.\n`);
}

const isFullDisk = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOSPC';
