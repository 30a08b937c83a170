import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Root of the repository, absolute, without a trailing slash. */
export const projectFolder = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

/** A path inside the git-ignored folder that keeps what a laptop makes for itself: virtual environment, logs, hashes. */
export const inLocalFolder = (...parts: string[]): string => join(projectFolder, '.local', ...parts);

/** A path inside the repository. */
export const inProject = (...parts: string[]): string => join(projectFolder, ...parts);
