import type { TileQuery } from '../tile-definition.ts';

/** The name in the latest revision of each agency. */
export const agencyNames: TileQuery = {
  id: 'agency-names',
  keepSeconds: 3600,
  sql: `
with revisions as (
  select agency_code, name, row_number() over (partition by agency_code order by revision desc, occurred_at desc) as age
  from agency_registered_v1 where dt >= :firstDay
)
select agency_code, name as agency from revisions where age = 1`,
};
