import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as install } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

install([BarChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, CanvasRenderer]);

export type Bars = { labels: string[]; series: { name: string; values: number[]; color: string }[] };

/** Stacked bars without motion; redrawn only when their figures change. */
export function BarsChart({ bars, label }: { bars: Bars; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const figures = JSON.stringify(bars);
  useEffect(() => {
    const chart = init(place.current);
    chart.setOption(optionOf(JSON.parse(figures)));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current!);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [figures]);
  return <div ref={place} className="bars" role="img" aria-label={label} />;
}

function optionOf({ labels, series }: Bars) {
  return {
    animation: false,
    aria: { enabled: true },
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: '#14213d' },
    legend: { top: 0, right: 8, itemWidth: 14, itemHeight: 10 },
    grid: { left: 8, right: 8, top: 34, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'category', data: labels, axisTick: { show: false }, axisLine: { lineStyle: { color: '#c9c4b8' } } },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: '#ece8df' } } },
    series: series.map(({ name, values, color }) => ({
      type: 'bar',
      stack: 'all',
      name,
      data: values,
      itemStyle: { color },
      barMaxWidth: 36,
    })),
  };
}
