// Refuses words written in TSX: everything a person reads or hears comes from the Fluent files.

const READ_ALOUD = new Set([
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'description',
  'errorMessage',
]);

/** Punctuation and figures alone are not words. */
const hasWords = (text) => /\p{L}/u.test(text);

const literalText = (node) => {
  if (!node) return null;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral') return node.quasis.map((part) => part.value.cooked).join('');
  if (node.type === 'JSXExpressionContainer') return literalText(node.expression);
  if (node.type === 'ConditionalExpression') {
    return `${literalText(node.consequent) ?? ''}${literalText(node.alternate) ?? ''}`;
  }
  if (node.type === 'LogicalExpression') return literalText(node.right);
  return null;
};

export default {
  meta: {
    type: 'problem',
    docs: { description: 'Words shown to a person come from the Fluent files.' },
    messages: { literal: 'Take these words from the Fluent files: "{{text}}".' },
    schema: [],
  },
  create(context) {
    const refuse = (node, text) => {
      if (text !== null && hasWords(text)) {
        context.report({ node, messageId: 'literal', data: { text: text.trim() } });
      }
    };
    return {
      JSXText: (node) => refuse(node, node.value),
      JSXExpressionContainer: (node) => {
        if (node.parent.type !== 'JSXAttribute') refuse(node, literalText(node));
      },
      JSXAttribute: (node) => {
        if (READ_ALOUD.has(node.name.name)) refuse(node, literalText(node.value));
      },
    };
  },
};
