#include "tests/bench/growth_reporter.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace demarche {
namespace {

std::string SizeText(uint64_t size) {
  char text[32];
  std::snprintf(text, sizeof text, "%.0e", static_cast<double>(size));
  return text;
}

// "12.3 us", three digits in the unit that suits.
std::string TimeText(double s) {
  constexpr const char* kUnits[] = {"s", "ms", "us", "ns"};
  size_t unit = 0;
  while (s < 1 && unit + 1 < std::size(kUnits)) {
    s *= 1000;
    ++unit;
  }
  char text[32];
  std::snprintf(text, sizeof text, "%.*f %s", s < 10 ? 2 : s < 100 ? 1 : 0, s, kUnits[unit]);
  return text;
}

// "(x10.2)" for ten times as many.
std::string GrowthText(uint64_t size0, double cost0, uint64_t size1, double cost1) {
  const double decades = std::log10(static_cast<double>(size1) / static_cast<double>(size0));
  char text[32];
  std::snprintf(text, sizeof text, "(x%.1f)", std::pow(cost1 / cost0, 1 / decades));
  return text;
}

}  // namespace

void GrowthReporter::ReportRuns(const std::vector<Run>& runs) {
  benchmark::ConsoleReporter::ReportRuns(runs);
  for (const Run& run : runs) {
    const std::string& name = run.run_name.function_name;
    const double cpu_s = run.cpu_accumulated_time / static_cast<double>(run.iterations);
    if (run.run_name.args.empty() || !(cpu_s > 0)) continue;  // no size, or a run that failed
    if (rows_.empty() || rows_.back().name != name) rows_.push_back({name, {}});
    rows_.back().costs.push_back({std::strtoull(run.run_name.args.c_str(), nullptr, 10), cpu_s});
  }
}

void GrowthReporter::Finalize() {
  benchmark::ConsoleReporter::Finalize();
  size_t widest = 0;
  for (const Row& row : rows_) widest = std::max(widest, row.name.size());
  std::printf(
      "\nGrowth: CPU by number of events; in brackets the ratio for ten times as many\n"
      "(1: constant, 10: linear, 100: quadratic)\n");
  for (const Row& row : rows_) {
    std::printf("%-*s", static_cast<int>(widest), row.name.c_str());
    for (size_t i = 0; i < row.costs.size(); ++i) {
      const Cost& cost = row.costs[i];
      if (i > 0) {
        const Cost& before = row.costs[i - 1];
        std::printf(" %8s", GrowthText(before.size, before.cpu_s, cost.size, cost.cpu_s).c_str());
      }
      std::printf("  %s %8s", SizeText(cost.size).c_str(), TimeText(cost.cpu_s).c_str());
    }
    std::printf("\n");
  }
}

}  // namespace demarche
