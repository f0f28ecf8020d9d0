'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Area, AreaChart, CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { formatCompactMoney, formatDate, formatDayMonth } from '#lib/i18n/format.ts'
import { axisLook, axisWidth, cursorLook, gridLook, moneyAxisLook } from './axis-style.ts'
import { AxisTick, anchorAt } from './axis-tick.tsx'
import type { BalancePoint } from './chart-data.ts'
import { ChartTooltip } from './chart-tooltip.tsx'
import { ActiveMark, MarkKeys, useMarkLinks } from './mark-links.tsx'
import { Measured, type PlotSize } from './measured.tsx'
import { axisTicks } from './scale.ts'
import { useReducedMotion } from './use-reduced-motion.ts'

export type BalancePlotProps = { label: string; currency: string; points: readonly BalancePoint[] }

export const BalancePlot = (props: BalancePlotProps) => (
  <Measured>{(size) => <Plot {...props} size={size} />}</Measured>
)

function Plot({ label, currency, points, size }: BalancePlotProps & { size: PlotSize }) {
  const locale = useLocale()
  const t = useTranslations('common')
  const links = useMarkLinks(points)
  const still = useReducedMotion()
  const figures = points.map((point) => point.balance)
  const ticks = axisTicks(Math.min(...figures), Math.max(...figures), size.narrow ? 3 : 4)
  const floor = ticks[0] ?? 0
  const width = axisWidth(ticks.map((tick) => formatCompactMoney(tick, locale, currency)))
  const count = Math.min(points.length, size.narrow ? 3 : 5)
  const dayTicks = Array.from(
    { length: count },
    (_, index) => points[Math.round((index * (points.length - 1)) / Math.max(1, count - 1))]?.date ?? '',
  )
  return (
    <MarkKeys active={links.active}>
      <AreaChart
        width={size.width}
        height={size.height}
        data={[...points]}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer
        role="img"
        aria-label={label}
        onClick={links.onClick}
        style={links.style}
      >
        <ActiveMark active={links.active} />
        <CartesianGrid {...gridLook} />
        <XAxis
          dataKey="date"
          ticks={dayTicks}
          interval={0}
          {...axisLook}
          tick={({ x, y, index, payload }) => (
            <AxisTick
              x={x}
              y={y}
              label={formatDayMonth(payload.value, locale)}
              anchor={anchorAt(index, count)}
            />
          )}
        />
        <YAxis
          width={width}
          ticks={ticks}
          domain={[floor, ticks.at(-1) ?? 1]}
          tickFormatter={(value: number) => formatCompactMoney(value, locale, currency)}
          {...moneyAxisLook}
        />
        {floor < 0 && <ReferenceLine y={0} stroke="var(--border-strong)" />}
        <Tooltip
          cursor={cursorLook}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point: BalancePoint | undefined = payload?.[0]?.payload
            if (!active || !point) return null
            return (
              <ChartTooltip
                title={formatDate(point.date, locale)}
                currency={currency}
                rows={[{ name: t('chartBalance'), value: point.balance, colour: 'var(--accent)' }]}
              />
            )
          }}
        />
        <Area
          dataKey="balance"
          type="stepAfter"
          baseValue={floor}
          stroke="var(--accent)"
          strokeWidth={2}
          fill="var(--accent)"
          fillOpacity={0.08}
          dot={false}
          activeDot={{ r: 4, fill: 'var(--accent)', stroke: 'var(--surface)', strokeWidth: 2 }}
          isAnimationActive={!still}
          animationDuration={160}
        />
      </AreaChart>
    </MarkKeys>
  )
}
