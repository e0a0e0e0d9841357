// The mail server: where it is, who writes, and a test that really leaves.
import { useState } from 'react';
import { type MailSecurity, type MailSettings, useAct, useAnswer } from '../../backend';
import { Busy, Button, Checkbox, Columns, Failed, Form, Notice, PasswordField, Radios, Row, Stack, TextField } from '../../components';
import { useWords } from '../../l10n';
import { PathField } from '../../desk/PathField';
import { SendTest } from './SendTest';

/** The usual port of each kind of connection. */
const PORTS: Record<MailSecurity, string> = { start_tls: '587', tls: '465' };
const KINDS: readonly MailSecurity[] = ['start_tls', 'tls'];

export function MailServer() {
  const settings = useAnswer('view_mail_settings', null, { once: true });
  if (settings.isPending) return <Busy />;
  if (settings.error) return <Failed error={settings.error} />;
  return (
    <Stack gap="large">
      <Fields settings={settings.data ?? null} onSaved={() => void settings.refetch()} />
      {settings.data && <SendTest />}
    </Stack>
  );
}

function Fields({ settings, onSaved }: { settings: MailSettings | null; onSaved: () => void }) {
  const words = useWords();
  const set = useAct('set_mail');
  const [host, setHost] = useState(settings?.host ?? '');
  const [security, setSecurity] = useState<MailSecurity>(settings?.security ?? 'start_tls');
  const [port, setPort] = useState(String(settings?.port ?? PORTS.start_tls));
  const [user, setUser] = useState(settings?.user ?? '');
  const [password, setPassword] = useState('');
  const [fromAddress, setFromAddress] = useState(settings?.from_address ?? '');
  const [fromName, setFromName] = useState(settings?.from_name ?? '');
  const [authority, setAuthority] = useState('');
  const [removesAuthority, setRemovesAuthority] = useState(false);
  const [tried, setTried] = useState(false);
  const hasPort = /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536;
  const submit = () => {
    setTried(true);
    if (host.trim() === '' || fromAddress.trim() === '' || !hasPort) return;
    set.mutate(
      {
        host: host.trim(),
        port: Number(port),
        security,
        user: user.trim() === '' ? null : user.trim(),
        password: password === '' ? null : password,
        from_address: fromAddress.trim(),
        from_name: fromName.trim(),
        // An empty path removes the authority; none keeps it.
        private_ca_path: removesAuthority ? '' : authority.trim() === '' ? null : authority.trim(),
      },
      {
        onSuccess: () => {
          setPassword('');
          setAuthority('');
          setRemovesAuthority(false);
          onSaved();
        },
      },
    );
  };
  return (
    <Form onSubmit={submit}>
      <Columns>
        <TextField {...words.field('mail-host')} name="host" ltr value={host} onChange={setHost} error={tried && host.trim() === '' && words('mail-host-missing')} />
        <TextField {...words.field('mail-port')} name="port" ltr inputMode="numeric" value={port} onChange={setPort} error={tried && !hasPort && words('mail-port-wrong')} />
      </Columns>
      <Radios
        label={words('mail-security')}
        name="security"
        beside
        value={security}
        onChange={(kind) => {
          // The port follows while it is still the other kind's usual one.
          if (port === PORTS[security]) setPort(PORTS[kind]);
          setSecurity(kind);
        }}
        choices={KINDS.map((id) => ({ id, label: words.of('mail-security', id) }))}
      />
      <Columns>
        <TextField {...words.field('mail-user')} name="user" ltr value={user} onChange={setUser} />
        <PasswordField
          label={words('mail-password')}
          description={settings?.has_password ? words('mail-password-kept') : undefined}
          name="password"
          value={password}
          onChange={setPassword}
        />
        <TextField
          {...words.field('mail-from-address')}
          name="from_address"
          ltr
          value={fromAddress}
          onChange={setFromAddress}
          error={tried && fromAddress.trim() === '' && words('mail-from-address-missing')}
        />
        <TextField {...words.field('mail-from-name')} name="from_name" value={fromName} onChange={setFromName} />
      </Columns>
      {!removesAuthority && (
        <PathField
          label={words('mail-authority.label')}
          description={words(settings?.has_private_ca ? 'mail-authority-kept' : 'mail-authority.description')}
          picks={['file']}
          value={authority}
          onChange={setAuthority}
        />
      )}
      {settings?.has_private_ca && <Checkbox label={words('mail-authority-remove')} value={removesAuthority} onChange={setRemovesAuthority} />}
      <Failed error={set.error} />
      {set.isSuccess && <Notice kind="good">{words('settings-saved')}</Notice>}
      <Row align="end">
        <Button type="submit" kind={settings ? 'secondary' : 'primary'} act="set_mail" isBusy={set.isPending}>
          {words('mail-save')}
        </Button>
      </Row>
    </Form>
  );
}
