export const chartWords = {
  title: 'Developmental age and age in months, by area. The table below has the same numbers.',
  legend:
    'Ages in months. The wide bar is the age when assessed, the dark bar the developmental age. If the dark bar does not pass the dashed line, the area meets the criterion.',
} as const;
