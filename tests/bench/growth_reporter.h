// Google Benchmark's console, and after the run how the costs grew: CPU time by size, and its ratio
// from each size to the next.
#pragma once

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace demarche {

/// Takes the sizes from names as Google Benchmark makes them, "Axis/1000". A ratio of 10 a decade
/// is linear, 1 constant, 100 quadratic.
class GrowthReporter : public benchmark::ConsoleReporter {
 public:
  GrowthReporter() : ConsoleReporter(OO_None) {}
  void ReportRuns(const std::vector<Run>& runs) override;
  void Finalize() override;

 private:
  struct Cost {
    uint64_t size = 0;
    double cpu_s = 0;  // an iteration
  };
  struct Row {
    std::string name;
    std::vector<Cost> costs;
  };

  std::vector<Row> rows_;  // in the order of the runs
};

}  // namespace demarche
