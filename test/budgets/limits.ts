/** What the province allows itself. One place: the budget tests fail on them, `npm run bench` prints against them. */

/** Packages and files that cost start-up time and that no function needs. Their bytes in a bundle are 0. */
export const forbiddenInFunctions: Readonly<Record<string, RegExp>> = {
  "zod's languages": /^node_modules\/zod\/v4\/locales\//,
  'X-Ray SDK': /^node_modules\/aws-xray-sdk-core\//,
  semver: /(^|\/)node_modules\/semver\//,
  'nested SDK clients': /^node_modules\/@aws-sdk\/nested-clients\//,
  'credential chain': /^node_modules\/(@aws-sdk\/(credential-provider|token-providers)|@smithy\/credential-provider)/,
};

/** JavaScript of a page in kilobytes (1,000 bytes) after gzip, everything its first view loads, by its name in the asset manifest. */
export const scriptKilobytes: Readonly<Record<string, number>> = {
  frame: 15, home: 15, procedures: 15, procedure: 15, track: 15, verify: 15, waiting: 15, 'sign-in-failed': 15, feedback: 15, 'feedback-list': 15, news: 35,
  // the form and the own dossiers act on behalf of a signed-in person
  apply: 35, mine: 35, 'own-reports': 35, booking: 23, report: 35, 'feedback-map': 60, desk: 100, operations: 80, directory: 60,
};
/** A part of the desk that is loaded when it is opened. */
export const lazyKilobytes = 40;

export const coldStartRatio = 3;
/** What a function makes of zod before it is ready: some 10 µs each, the largest part of its start that grows with what it serves. */
export const schemasAtStart = 1400;
export const firstRequestMilliseconds = 10;
/** Our time for a request against a function that does nothing (docs/decisions/0013). */
export const filingRatio = 1.5;
export const queueVisibleMilliseconds = { p50: 500, p99: 2000 } as const;
/** A page of a queue of 3,000 among 100,000 waiting dossiers, without what the table takes. */
export const busyQueueOwnMilliseconds = 100;
/** Our own time for what a dossier adds to the counters. */
export const countMicroseconds = 100;
/** Our own time for the figures of a whole province, and for a leader's board: made when something changed, seen when somebody looks. */
export const figuresMilliseconds = 2000;
/** The register of a month of 3,000 lines as a file: made beside the desk, while an officer waits. */
export const registerSeconds = 60;
export const boardMilliseconds = { made: 50, seen: 10 } as const;

/** The model that classifies reports: its file, from the file to the first answer in a new process, and each text after that. */
export const classifierLimits = { kilobytes: 300, loadMilliseconds: 15, microseconds: 100 } as const;
/** Of what styles held out say: right of all, right of the surest 70 %, lost when texts come without accents. */
export const classifierAims = { right: 0.85, surest70: 0.95, lost: 0.02 } as const;

/** With a million reports stored: our own time of a question at the 95th of a hundred, and how much slower a report may be than with ten thousand. */
export const reportsLimits = { milliseconds: 50, slowdown: 1.2 } as const;

/** Kilobytes after gzip with 2,000 procedures, and of the page of 30 cases of 70 papers: half a second and less on slow 4G (1.6 Mbit/s). */
export const catalogueKilobytes = { list: 80, searchIndex: 50, procedure: 12 } as const;
/** From a letter typed to its answer: what people take for at once. */
export const searchMilliseconds = 100;
