// Starting a window: its style sheet, its queries, its root. What it shows belongs to its entry.
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueries } from './backend';
import './base.css';

export function mount(window: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={newQueries()}>{window}</QueryClientProvider>
    </StrictMode>,
  );
}
