// Being told that something changed, over a channel of this window's own. What changed is asked for, never carried.
import { Channel, invoke } from '@tauri-apps/api/core';

/** Rust sends an empty message each time this window's view has changed. */
export function subscribe(command: 'watch_desk' | 'watch_parent', changed: () => void): () => void {
  let listening = true;
  const channel = new Channel<null>(() => {
    if (listening) changed();
  });
  // A refusal here means the window is closing; the next view asked for will say so.
  invoke(command, { channel }).catch(() => undefined);
  return () => {
    listening = false;
  };
}
