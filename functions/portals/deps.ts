import { S3Client } from '@aws-sdk/client-s3';
import { systemClock } from '../../shared/kernel/clock.ts';
import { leanClient } from '../../shared/runtime/aws-clients.ts';
import { env } from '../../shared/runtime/env.ts';
import type { RenderDeps } from './render-published.ts';
import { figuresApi, provinceApi } from './province-api.ts';
import type { StatisticsDeps } from './render-statistics.ts';
import { siteStore } from './site.store.ts';

export const deps: RenderDeps & StatisticsDeps = {
  province: provinceApi(env('API_BASE_URL')),
  figures: figuresApi(env('API_BASE_URL')),
  site: siteStore(new S3Client(leanClient), env('SITE_BUCKET')),
  origin: env('SITE_ORIGIN'),
  clock: systemClock,
};
