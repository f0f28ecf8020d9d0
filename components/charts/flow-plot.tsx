'use client'

import { useLocale, useTranslations } from 'next-intl'
import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  Rectangle,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { formatCompactMoney, formatMonth, formatMonthShort } from '#lib/i18n/format.ts'
import { axisLook, axisWidth, gridLook, moneyAxisLook } from './axis-style.ts'
import type { FlowMonth } from './chart-data.ts'
import { ChartTooltip } from './chart-tooltip.tsx'
import { ActiveMark, MarkKeys, useMarkLinks } from './mark-links.tsx'
import { Measured, type PlotSize } from './measured.tsx'
import { axisTicks, spacedIndexes } from './scale.ts'
import { useReducedMotion } from './use-reduced-motion.ts'

export type FlowPlotProps = { label: string; currency: string; months: readonly FlowMonth[] }

export const FlowPlot = (props: FlowPlotProps) => (
  <Measured>{(size) => <Plot {...props} size={size} />}</Measured>
)

function Plot({ label, currency, months, size }: FlowPlotProps & { size: PlotSize }) {
  const locale = useLocale()
  const t = useTranslations('common')
  const links = useMarkLinks(months)
  const still = useReducedMotion()
  const figures = months.flatMap((month) => [month.income, month.spending])
  const ticks = axisTicks(Math.min(0, ...figures), Math.max(1, ...figures), size.narrow ? 3 : 4)
  const width = axisWidth(ticks.map((tick) => formatCompactMoney(tick, locale, currency)))
  const labelled = spacedIndexes(months.length, Math.floor((size.width - width) / 36))
  const motion = { isAnimationActive: !still, animationDuration: 160 }
  const bar = (shape: BarShapeProps) => (
    <Rectangle {...shape} radius={[3, 3, 0, 0]} fillOpacity={months[shape.index]?.partial ? 0.5 : 1} />
  )
  return (
    <MarkKeys active={links.active}>
      <BarChart
        width={size.width}
        height={size.height}
        data={[...months]}
        margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
        barCategoryGap="14%"
        barGap={2}
        accessibilityLayer
        role="img"
        aria-label={label}
        onClick={links.onClick}
        style={links.style}
      >
        <ActiveMark active={links.active} />
        <CartesianGrid {...gridLook} />
        <XAxis
          dataKey="month"
          interval={0}
          tickFormatter={(value, index) => (labelled.includes(index) ? formatMonthShort(value, locale) : '')}
          {...axisLook}
        />
        <YAxis
          width={width}
          ticks={ticks}
          domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
          tickFormatter={(value: number) => formatCompactMoney(value, locale, currency)}
          {...moneyAxisLook}
        />
        <ReferenceLine y={0} stroke="var(--border-strong)" />
        <Tooltip
          cursor={{ fill: 'var(--inset)', fillOpacity: 0.7 }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const month: FlowMonth | undefined = payload?.[0]?.payload
            if (!active || !month) return null
            return (
              <ChartTooltip
                title={formatMonth(month.month, locale, true)}
                currency={currency}
                rows={[
                  { name: t('chartIncome'), value: month.income, colour: 'var(--chart-income)' },
                  { name: t('chartSpending'), value: month.spending, colour: 'var(--chart-expense)' },
                ]}
                total={{ name: t('chartNet'), value: month.income - month.spending, colour: 'transparent' }}
              />
            )
          }}
        />
        <Bar dataKey="income" fill="var(--chart-income)" maxBarSize={20} shape={bar} {...motion} />
        <Bar dataKey="spending" fill="var(--chart-expense)" maxBarSize={20} shape={bar} {...motion} />
      </BarChart>
    </MarkKeys>
  )
}
