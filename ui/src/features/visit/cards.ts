// The cards of the visit that an act leads to: brought into sight, with the focus on them.
export type VisitCard = 'who' | 'children';

export const cardId = (card: VisitCard) => `visit-card-${card}`;

export function goToCard(card: VisitCard): void {
  const place = document.getElementById(cardId(card));
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}
