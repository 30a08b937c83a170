/** The last lines of `npm start`: where everything is, and with which accounts. */
import type { Province } from './province.ts';

/** @param took milliseconds since the command was given */
export function printAddresses({ endpoint, siteUrl, seeded }: Province, took: number): void {
  const addresses: readonly (readonly [string, string])[] = [
    ['Cổng dịch vụ công', `${siteUrl}/`],
    ['Bàn làm việc của cán bộ', `${siteUrl}/ban-lam-viec/`],
    ['Quản trị danh bạ', `${siteUrl}/quan-tri/`],
    ['Trung tâm điều hành (IOC)', `${siteUrl}/dieu-hanh/`],
    ['API', `${siteUrl}/api/openapi.json`],
    ['E-mail sent', `${endpoint}/_ministack/ses/messages`],
    ['Local AWS', endpoint],
  ];
  const lines = [
    '', `Hậu Giang is ready after ${(took / 1000).toFixed(1)} s.`, '',
    ...addresses.map(([name, address]) => `  ${name.padEnd(28)}${address}`),
    ...(seeded.accounts.length === 0 ? [] : ['', 'Local accounts (user name / password)']),
    ...seeded.accounts.map(({ username, password, who }) => `  ${`${username} / ${password}`.padEnd(44)}${who}`),
    '', 'Ctrl-C stops it.', '',
  ];
  process.stdout.write(lines.join('\n'));
}
