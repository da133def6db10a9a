#include "pane/html_writer.h"

#include <gtest/gtest.h>

#include "tests/pane/html_checker.h"

namespace demarche {
namespace {

TEST(HtmlWriterTest, EscapesTextAndValues) {
  const struct {
    std::string_view text, escaped;
  } kCases[] = {
      {"plain, 5 – 7 “x” Київ", "plain, 5 – 7 “x” Київ"},
      {"a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"},
      {"&amp;", "&amp;amp;"},
      {"tab\tline\nend", "tab\tline\nend"},
      {std::string_view("nul\0bell\a del\x7f cr\r", 18), "nul\uFFFDbell\uFFFD del\uFFFD cr\uFFFD"},
      {"", ""},
  };
  for (const auto& c : kCases) {
    HtmlWriter w;
    w.Leaf("i", {{"class", c.text}}, c.text);
    const std::string escaped(c.escaped);
    EXPECT_EQ(w.Take(), "<i class=\"" + escaped + "\">" + escaped + "</i>");
  }
}

TEST(HtmlWriterTest, LeavesOutAbsentValuesAndKeepsEmptyOnes) {
  HtmlWriter w;
  w.Leaf("a", {{"href", kNoAttr}, {"class", ""}}, "x");
  EXPECT_EQ(w.Take(), "<a class=\"\">x</a>");
}

TEST(HtmlWriterTest, ClosesInOrderAndBreaksLinesBeforeBlocksOnly) {
  HtmlWriter w;
  w.Open("div");
  w.Open("p");
  w.Leaf("b", {}, "1");
  w.Put(" ");
  w.Leaf("i", {}, "2");
  w.Close();
  w.Void("input", {{"type", "radio"}});
  w.Close();
  EXPECT_EQ(w.Take(), "<div>\n<p><b>1</b> <i>2</i></p><input type=\"radio\"/></div>");
  EXPECT_EQ(w.Take(), "");
}

TEST(HtmlCheckerTest, SeesWhatIsWrong) {
  const std::string_view kWrong[] = {"<p>",
                                     "</p>",
                                     "<p></b>",
                                     "<p onclick=\"x\"></p>",
                                     "<p class=x></p>",
                                     "<p class=\"a></p>",
                                     "a & b",
                                     "&nbsp;",
                                     "<",
                                     "<style></style>",
                                     "<a href=\"javascript:alert(1)\"></a>",
                                     "<h2></h2><h4></h4>",
                                     "<i id=\"a\"></i><i id=\"a\"></i>",
                                     "<p style=\"color:red\"></p>",
                                     "\x01",
                                     "<i class=\"<\"></i>",
                                     "<input type=\"radio\">",
                                     "<!-- x -->"};
  for (const std::string_view html : kWrong) EXPECT_FALSE(CheckHtml(html).problems.empty()) << html;
  const CheckedHtml right =
      CheckHtml("<h2 id=\"a\">x &amp; y</h2><a href=\"#focus=a:b\">z</a><h3></h3>");
  EXPECT_EQ(ProblemsOf(right), "");
  EXPECT_EQ(right.text, "x & yz");
  EXPECT_EQ(right.hrefs, std::vector<std::string>{"#focus=a:b"});
}

}  // namespace
}  // namespace demarche
