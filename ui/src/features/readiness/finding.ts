// What a finding says, and the acts that mend it (domain.md §13).
import type { Finding, OpenDesk } from '../../backend';
import type { Room } from '../../desk/rooms';
import type { Dates, Words } from '../../l10n';

/** A press that leads to where it is mended. */
export interface Mend {
  act: string;
  label: string;
  room: Room;
}

export interface Said {
  text: string;
  /** What to do about it, where no room of the desk does. */
  advice?: string;
  mends: Mend[];
}

/** Whole minutes, at least one. */
const minutes = (seconds: number) => Math.max(1, Math.round(seconds / 60));

export function said(finding: Finding, role: OpenDesk['role'], words: Words, dates: Dates): Said {
  const mine = (mend: Mend) => (role === 'administrator' ? [mend] : []);
  switch (finding.check) {
    case 'registry': {
      const { warning, age_days } = finding;
      const days = warning === 'never' ? '' : words('registry-age-days', { days: age_days ?? 0 });
      return {
        text: [warning !== 'none' && words.of('registry-age', warning), days].filter(Boolean).join(' '),
        mends: [{ act: 'go_to_import', label: words('registry-age-import'), room: { name: 'import' } }],
      };
    }
    case 'mail':
      if (finding.trouble === null) return { text: words('ready-mail-good'), mends: [] };
      return finding.trouble === 'no_server'
        ? {
            text: `${words('mail-no-server')} ${words('mail-no-server-why')}`,
            mends: mine({ act: 'go_to_settings', label: words('mail-no-server-set'), room: { name: 'settings' } }),
          }
        : {
            text: words('ready-mail-trouble', { trouble: words.of('trouble', finding.trouble) }),
            advice: words('ready-mail-advice'),
            mends: mine({ act: 'go_to_settings', label: words('mail-no-server-set'), room: { name: 'settings' } }),
          };
    case 'disk':
      return finding.free_mebibytes === null
        ? { text: words('ready-disk-not-known'), mends: [] }
        : {
            text: words('ready-disk', { gigabytes: Math.round(finding.free_mebibytes / 102.4) / 10 }),
            advice: words('ready-disk-advice'),
            mends: [],
          };
    case 'clock':
      return finding.trouble === null
        ? { text: words('ready-clock-good'), mends: [] }
        : {
            text: words(`ready-clock-${finding.trouble}`, { minutes: minutes(finding.seconds) }),
            advice: words('ready-clock-advice'),
            mends: [],
          };
    case 'printer':
      return finding.printers === null
        ? { text: words('ready-printer-not-known'), mends: [] }
        : { text: words('ready-printer', { count: finding.printers }), advice: words('ready-printer-advice'), mends: [] };
    case 'backup':
      return {
        text: finding.made_at
          ? words('ready-backup', { days: finding.age_days ?? 0, at: dates.moment(finding.made_at) })
          : words('ready-backup-never'),
        advice: role === 'administrator' ? undefined : words('ready-backup-advice'),
        mends: mine({ act: 'go_to_backup', label: words('ready-backup-do'), room: { name: 'settings' } }),
      };
    case 'journal':
      return finding.first_bad === null
        ? { text: words('ready-journal-good', { count: finding.entries }), mends: [] }
        : {
            text: words('ready-journal-broken', { number: finding.first_bad }),
            advice: words('ready-journal-advice'),
            mends: mine({ act: 'go_to_journal', label: words('ready-journal-go'), room: { name: 'journal' } }),
          };
    case 'day':
      return {
        text: words('ready-day', { day: dates.day(finding.not_closed) }),
        mends: [{ act: 'go_to_day', label: words('ready-day-go'), room: { name: 'day' } }],
      };
    case 'waiting':
      return waiting(finding, words);
  }
}

function waiting(finding: Extract<Finding, { check: 'waiting' }>, words: Words): Said {
  const { mails, approvals, requests, imports } = finding;
  const all: [number, Mend][] = [
    [mails, { act: 'go_to_mail', label: words('mail-needs-you-go'), room: { name: 'mail' } }],
    [approvals, { act: 'go_to_approvals', label: words('ready-waiting-approvals', { count: approvals }), room: { name: 'approvals' } }],
    [requests, { act: 'go_to_requests', label: words('ready-waiting-requests', { count: requests }), room: { name: 'requests' } }],
    [imports, { act: 'go_to_waiting_import', label: words('ready-waiting-imports', { count: imports }), room: { name: 'import' } }],
  ];
  return {
    text: mails > 0 ? words('mail-needs-you-count', { count: mails }) : words('ready-waiting', { count: approvals + requests + imports }),
    mends: all.filter(([count]) => count > 0).map(([, mend]) => mend),
  };
}
