/**
 * Goes into every function before anything else. A schema compiled to JavaScript on its first use saves microseconds later
 * and costs the first request milliseconds; functions live on their first requests.
 */
import { config } from 'zod/v4/core';

config({ jitless: true });
