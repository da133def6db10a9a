#include "core/dossier/plover.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

TEST(PloverTest, HasSixteenTypesInFourClasses) {
  const struct {
    std::string_view name;
    QuadClass quad;
  } kManual[] = {
      {"AGREE", QuadClass::kVerbalCooperation},       {"CONSULT", QuadClass::kVerbalCooperation},
      {"SUPPORT", QuadClass::kVerbalCooperation},     {"CONCEDE", QuadClass::kVerbalCooperation},
      {"COOPERATE", QuadClass::kMaterialCooperation}, {"AID", QuadClass::kMaterialCooperation},
      {"RETREAT", QuadClass::kMaterialCooperation},   {"REQUEST", QuadClass::kVerbalConflict},
      {"ACCUSE", QuadClass::kVerbalConflict},         {"REJECT", QuadClass::kVerbalConflict},
      {"THREATEN", QuadClass::kVerbalConflict},       {"PROTEST", QuadClass::kMaterialConflict},
      {"SANCTION", QuadClass::kMaterialConflict},     {"MOBILIZE", QuadClass::kMaterialConflict},
      {"COERCE", QuadClass::kMaterialConflict},       {"ASSAULT", QuadClass::kMaterialConflict},
  };
  static_assert(std::size(kManual) == kPloverTypeCount);
  for (size_t i = 0; i < std::size(kManual); ++i) {
    const PloverType type = static_cast<PloverType>(i);
    EXPECT_EQ(NameOf(type), kManual[i].name);
    EXPECT_EQ(QuadClassOf(type), kManual[i].quad) << kManual[i].name;
  }
}

TEST(PloverTest, KnowsNoSeventeenth) { EXPECT_EQ(NameOf(static_cast<PloverType>(16)), ""); }

TEST(PloverTest, NamesItsClasses) {
  EXPECT_EQ(NameOf(QuadClass::kVerbalCooperation), "Verbal cooperation");
  EXPECT_EQ(NameOf(QuadClass::kMaterialCooperation), "Material cooperation");
  EXPECT_EQ(NameOf(QuadClass::kVerbalConflict), "Verbal conflict");
  EXPECT_EQ(NameOf(QuadClass::kMaterialConflict), "Material conflict");
}

}  // namespace
}  // namespace demarche
